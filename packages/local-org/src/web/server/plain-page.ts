/** A link in running text needs more than its colour. Inline: the policy of the page names its hash. */
export const PLAIN_STYLE = 'p a { text-decoration: underline }';

/** A page without scripts around its `<main>`: it is there while the others are still being compiled. */
export const plainPage = (title: string, main: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_slds/styles/salesforce-lightning-design-system.min.css">
<style>${PLAIN_STYLE}</style>
</head>
<body>
${main}
</body>
</html>
`;

export function escape(text: string): string {
  return text.replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
