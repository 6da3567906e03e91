import { publication } from '@/lib/site/publication';

const WORDS = {
  500: {
    title: 'This page could not be made',
    text: 'Something went wrong on our side, and it has been noted. The other pages can be read as before.',
  },
  503: {
    title: 'One moment, please',
    text: 'This page cannot be shown just now. Most often that passes within seconds: please try again.',
  },
  429: {
    title: 'Too many searches just now',
    text: 'So many questions came from where you are, or from everywhere, that this one has to wait. Please try again in a minute. Everything else can be read as before, and the archive lists every story by its day.',
  },
} as const;

/** A whole page that needs nothing but itself: for when there is nothing else to show. */
export function failurePage(status: keyof typeof WORDS): string {
  const { title, text } = WORDS[status];
  return `<!DOCTYPE html>
<html lang="${publication.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${publication.name}</title>
<style>
:root { color-scheme: light dark }
body { margin: 12vh auto 0; max-width: 34rem; padding: 0 1.25rem; font: 1.125rem/1.55 Georgia, 'Times New Roman', serif }
header { border-bottom: 3px double; font-size: 1.25rem; padding-bottom: .5rem }
h1 { font-size: 1.875rem; line-height: 1.2; margin: 1.5rem 0 .75rem }
a { color: inherit }
</style>
</head>
<body>
<header><a href="/">${publication.name}</a></header>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="">Try again</a>, or go to the <a href="/">front page</a> or the <a href="/archive">archive</a>.</p>
</main>
</body>
</html>
`;
}
