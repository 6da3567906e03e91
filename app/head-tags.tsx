import type { Head } from '@/lib/page-models/model';
import { OpenGraph } from './open-graph';
import { icon } from './own-icon';

/** What the first screen is set in. Asked for early, but after the words: those stand without it. */
const fonts = ['/fonts/newsreader-text-3.woff2', '/fonts/newsreader-display-4.woff2'];

const robots = 'max-image-preview:large, max-snippet:-1, max-video-preview:-1';

/** What a page says of itself; React places these elements in `<head>`. */
export function HeadTags({ head }: Readonly<{ head: Head }>) {
  return (
    <>
      <title>{head.title}</title>
      <meta name="description" content={head.description} />
      <link rel="canonical" href={head.canonicalUrl} />
      {head.alternates.map(({ href, type, title }) => (
        <link key={href} rel="alternate" type={type} href={href} title={title} />
      ))}
      <meta name="robots" content={head.indexed ? robots : 'noindex'} />
      <meta name="color-scheme" content="light dark" />
      {head.article?.authors.map(({ name, url }) => (
        <meta key={url} name="author" content={name} />
      ))}
      <OpenGraph head={head} />
      {fonts.map((font) => (
        <link
          key={font}
          rel="preload"
          href={font}
          as="font"
          type="font/woff2"
          crossOrigin=""
          fetchPriority="low"
        />
      ))}
      {head.tools?.map((tool) => (
        <link key={tool.rel} {...tool} />
      ))}
      <link rel="icon" href={icon} type="image/svg+xml" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
    </>
  );
}
