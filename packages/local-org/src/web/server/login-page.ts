/** A link in running text needs more than its colour. Inline: the policy of the page names its hash. */
export const LOGIN_STYLE = 'p a { text-decoration: underline }';

/** The sign-in page. It needs no script, so that it works while the pages are still being compiled. `orgName` is null while the org starts. */
export function loginPage(orgName: string | null, target: string, problem: string): string {
  const alert = problem === '' ? '' : `<div class="slds-text-color_error slds-m-bottom_medium" role="alert">${escape(problem)}</div>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(['Log In', ...(orgName === null ? [] : [orgName])].join(' | '))}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_slds/styles/salesforce-lightning-design-system.min.css">
<style>${LOGIN_STYLE}</style>
</head>
<body>
<main class="slds-grid slds-grid_align-center slds-p-around_xx-large">
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
</main>
</body>
</html>
`;
}

export function escape(text: string): string {
  return text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
