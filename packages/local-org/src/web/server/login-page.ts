import { escape, plainPage } from './plain-page';

/** The sign-in page. It needs no script, so that it works while the pages are still being compiled. `orgName` is null while the org starts. */
export function loginPage(orgName: string | null, target: string, problem: string): string {
  const alert = problem === '' ? '' : `<div class="slds-text-color_error slds-m-bottom_medium" role="alert">${escape(problem)}</div>`;
  const main = `<main class="slds-grid slds-grid_align-center slds-p-around_xx-large">
<form class="slds-box slds-theme_default slds-size_1-of-1 slds-medium-size_1-of-2 slds-large-size_1-of-3" method="post" action="/login">
${orgName === null ? '' : `<p class="slds-text-title_caps">${escape(orgName)}</p>`}
<h1 class="slds-text-heading_large slds-m-bottom_medium">Log In</h1>
${alert}
<input type="hidden" name="startURL" value="${escape(target)}">
<div class="slds-form-element slds-m-bottom_small">
<label class="slds-form-element__label" for="username">Username</label>
<div class="slds-form-element__control"><input class="slds-input" id="username" name="username" autocomplete="username" required autofocus></div>
</div>
<div class="slds-form-element slds-m-bottom_medium">
<label class="slds-form-element__label" for="password">Password</label>
<div class="slds-form-element__control"><input class="slds-input" id="password" name="password" type="password" autocomplete="current-password" required></div>
</div>
<button class="slds-button slds-button_brand slds-button_stretch" type="submit">Log In</button>
<p class="slds-m-top_medium slds-text-body_small">The sample users of this org are listed where it was started, and at <a href="/__local/info">/__local/info</a>.</p>
</form>
</main>`;
  return plainPage(['Log In', ...(orgName === null ? [] : [orgName])].join(' | '), main);
}
