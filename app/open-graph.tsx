import type { Head } from '@/lib/page-models/model';
import { publication } from '@/lib/site/publication';

type Props = Readonly<{ head: Head }>;

/**
 * How the page looks where somebody links to it (https://ogp.me). Sites that know Twitter's words
 * read these where those are missing, except for the size of the card and a picture's description.
 */
export function OpenGraph({ head }: Props) {
  const { article } = head;
  const [image] = head.images;
  return (
    <>
      <meta property="og:site_name" content={publication.name} />
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:title" content={article?.socialTitle ?? head.title} />
      <meta property="og:description" content={head.description} />
      <meta property="og:url" content={head.canonicalUrl} />
      {head.locale && <meta property="og:locale" content={head.locale} />}
      {article && <Article article={article} />}
      {image && (
        <>
          <meta property="og:image" content={image.url} />
          <meta property="og:image:type" content={image.type} />
          <meta property="og:image:width" content={String(image.width)} />
          <meta property="og:image:height" content={String(image.height)} />
          <meta property="og:image:alt" content={image.alt} />
          <meta name="twitter:card" content="summary_large_image" />
          <meta name="twitter:image:alt" content={image.alt} />
        </>
      )}
    </>
  );
}

function Article({ article }: Readonly<{ article: NonNullable<Head['article']> }>) {
  return (
    <>
      <meta property="article:section" content={article.section} />
      <meta property="article:published_time" content={article.publishedIso} />
      <meta property="article:modified_time" content={article.updatedIso} />
      {article.authors.map(({ url }) => (
        <meta key={url} property="article:author" content={url} />
      ))}
      {article.tags.map(({ name }) => (
        <meta key={name} property="article:tag" content={name} />
      ))}
    </>
  );
}
