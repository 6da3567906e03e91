import { publication } from '@/lib/site/publication';

/**
 * Web app manifest: name and icon for a home screen. `browser`: a paper is read with the browser's own way back
 * and its address in sight; and where it shall be opened in another way, a browser fetches an icon while
 * a first page waits for its fonts (docs/design.md).
 */
export function renderWebManifest(): string {
  const icon = (pixels: number) => ({
    src: `/icon-${pixels}.png`,
    sizes: `${pixels}x${pixels}`,
    type: 'image/png',
  });
  return JSON.stringify({
    id: '/',
    name: publication.name,
    short_name: publication.name,
    description: publication.description,
    lang: publication.language,
    start_url: '/',
    scope: '/',
    display: 'browser',
    background_color: publication.colour.light,
    theme_color: publication.colour.light,
    icons: [icon(192), icon(512)],
  });
}
