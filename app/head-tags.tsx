import type { Head } from '@/lib/page-models/model';
import { publication } from '@/lib/site/publication';

/** What the first screen is set in. */
const fonts = ['/fonts/newsreader-text.woff2', '/fonts/newsreader-display.woff2'];

const robots = 'max-image-preview:large, max-snippet:-1, max-video-preview:-1';

/** What a page says of itself; React places these elements in `<head>`. */
export function HeadTags({ head }: Readonly<{ head: Head }>) {
  const { article } = head;
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
      <meta property="og:site_name" content={publication.name} />
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:title" content={article?.socialTitle ?? head.title} />
      <meta property="og:description" content={head.description} />
      <meta property="og:url" content={head.canonicalUrl} />
      {article && (
        <>
          <meta property="article:section" content={article.section} />
          <meta property="article:published_time" content={article.publishedIso} />
          <meta property="article:modified_time" content={article.updatedIso} />
          {article.tags.map((tag) => (
            <meta key={tag} property="article:tag" content={tag} />
          ))}
          {article.authors.map((author) => (
            <meta key={author} name="author" content={author} />
          ))}
        </>
      )}
      {article?.image && (
        <>
          <meta property="og:image" content={article.image.url} />
          <meta property="og:image:width" content={String(article.image.width)} />
          <meta property="og:image:height" content={String(article.image.height)} />
          <meta property="og:image:alt" content={article.image.alt} />
        </>
      )}
      {fonts.map((font) => (
        <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="" />
      ))}
      {head.tools?.map((tool) => (
        <link key={tool.rel} {...tool} />
      ))}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
    </>
  );
}
