/** What AI crawlers may do: everything, be found and quoted by, or nothing. */
export const AI_POLICIES = ['allow', 'search-only', 'deny'] as const;
export type AiPolicy = (typeof AI_POLICIES)[number];

/**
 * `training`: gathers text that models are made of. `search`: keeps an index from which answers
 * quote and link. `user`: fetches a page because a person asked for it there and then.
 */
export type AiPurpose = 'training' | 'search' | 'user';

export type AiCrawler = Readonly<{
  /** The product token of its group in robots.txt (RFC 9309, 2.2.1). */
  agent: string;
  operator: string;
  purpose: AiPurpose;
  /** Where its operator says so. */
  source: string;
}>;

const openAi = { operator: 'OpenAI', source: 'https://platform.openai.com/docs/bots' };
const anthropic = {
  operator: 'Anthropic',
  source: 'https://support.anthropic.com/en/articles/8896518',
};
const perplexity = { operator: 'Perplexity', source: 'https://docs.perplexity.ai/guides/bots' };
const meta = {
  operator: 'Meta',
  source: 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers',
};
const google = {
  operator: 'Google',
  source:
    'https://developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers#google-extended',
};

/**
 * Those whose operators say what they are and that robots.txt is heard; of the fetchers some say that
 * it is not always. Google-Extended and Applebot-Extended fetch nothing: they say what may be done
 * with what Googlebot and Applebot fetch, and neither's search depends on them.
 */
export const AI_CRAWLERS: readonly AiCrawler[] = [
  { agent: 'GPTBot', purpose: 'training', ...openAi },
  { agent: 'ClaudeBot', purpose: 'training', ...anthropic },
  { agent: 'Google-Extended', purpose: 'training', ...google },
  {
    agent: 'Applebot-Extended',
    purpose: 'training',
    operator: 'Apple',
    source: 'https://support.apple.com/en-us/119829',
  },
  {
    agent: 'CCBot',
    purpose: 'training',
    operator: 'Common Crawl',
    source: 'https://commoncrawl.org/ccbot',
  },
  { agent: 'meta-externalagent', purpose: 'training', ...meta },
  {
    agent: 'Amazonbot',
    purpose: 'training',
    operator: 'Amazon',
    source: 'https://developer.amazon.com/amazonbot',
  },
  {
    agent: 'AI2Bot',
    purpose: 'training',
    operator: 'Allen Institute for AI',
    source: 'https://allenai.org/crawler',
  },
  { agent: 'OAI-SearchBot', purpose: 'search', ...openAi },
  { agent: 'Claude-SearchBot', purpose: 'search', ...anthropic },
  { agent: 'PerplexityBot', purpose: 'search', ...perplexity },
  { agent: 'ChatGPT-User', purpose: 'user', ...openAi },
  { agent: 'Claude-User', purpose: 'user', ...anthropic },
  { agent: 'Perplexity-User', purpose: 'user', ...perplexity },
  { agent: 'meta-externalfetcher', purpose: 'user', ...meta },
  {
    agent: 'DuckAssistBot',
    purpose: 'user',
    operator: 'DuckDuckGo',
    source: 'https://duckduckgo.com/duckduckgo-help-pages/results/duckassistbot',
  },
  {
    agent: 'MistralAI-User',
    purpose: 'user',
    operator: 'Mistral AI',
    source: 'https://docs.mistral.ai/robots',
  },
];
