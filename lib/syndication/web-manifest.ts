import { publication } from '@/lib/site/publication';

/** Web app manifest: name and icon for a home screen. `minimal-ui` keeps the browser's own way back. */
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
    display: 'minimal-ui',
    background_color: publication.colour.light,
    theme_color: publication.colour.light,
    icons: [icon(192), icon(512)],
  });
}
