/** What robots.txt says to a crawler (RFC 9309). */
export type Robots = Readonly<{
  sitemaps: readonly string[];
  /** @param target path and query */
  allows: (agent: string, target: string) => boolean;
}>;

type Rule = Readonly<{ allow: boolean; path: string }>;
type Group = { agents: string[]; rules: Rule[] };

export function parseRobots(text: string): Robots {
  const groups: Group[] = [];
  const sitemaps: string[] = [];
  let open = false;
  for (const line of text.split(/\r?\n/)) {
    const [, field = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const name = field.toLowerCase();
    if (name === 'sitemap') sitemaps.push(value);
    if (name === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [] });
      groups.at(-1)?.agents.push(value.toLowerCase());
    }
    if ((name === 'allow' || name === 'disallow') && value !== '') {
      groups.at(-1)?.rules.push({ allow: name === 'allow', path: value });
    }
    if (name !== '') open = name === 'user-agent';
  }
  return { sitemaps, allows: (agent, target) => allows(groups, agent, target) };
}

/** The longest rule that matches has its way; an equal one that allows wins (RFC 9309, 2.2.2). */
function allows(groups: readonly Group[], agent: string, target: string): boolean {
  const own = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()));
  const heard = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
  const [first] = heard
    .flatMap(({ rules }) => rules)
    .filter(({ path }) => matches(path, target))
    .sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow));
  return first?.allow ?? true;
}

function matches(rule: string, target: string): boolean {
  const parts = rule.replace(/\$$/, '').split('*');
  const pattern = parts.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return new RegExp(`^${pattern}${rule.endsWith('$') ? '$' : ''}`).test(target);
}
