import { contrast } from '@/components/styles/colour';
import { coloursOf, type Tokens, textPairs } from '@/components/styles/tokens';

type Props = Readonly<{ tokens: Tokens; breakpoints: readonly number[] }>;

/** Names of the tokens that are lengths in the page's own space, beside those that begin `size-`. */
const SPACES = ['line', 'half', 'gutter', 'gap', 'rail', 'measure', 'page'];

const FACES = ['text', 'display', 'label', 'code'];

/** The type scale, the colours with their contrast, spaces and breakpoints, as tokens.css has them. */
export function TokensView({ tokens, breakpoints }: Props) {
  const { light, dark } = tokens;
  const sizes = [...light.keys()].filter((name) => name.startsWith('size-'));
  const colours = [...coloursOf(light).keys()];
  return (
    <article className="standing">
      {/* A policy that refuses style attributes lets a sheet through that stands in the page. */}
      <style href="tokens" precedence="default">
        {[
          ...sizes.map((name) => `.t-${name}{font-size:var(--${name})}`),
          ...FACES.map((name) => `.t-${name}{font-family:var(--${name})}`),
          ...colours.map((name) => `.t-${name}{background:var(--${name})}`),
          ...SPACES.map((name) => `.t-${name}-space{inline-size:var(--${name})}`),
        ].join('')}
      </style>
      <header className="page-head">
        <h1>Tokens</h1>
        <p className="standfirst">
          What every component is made of, read from <code>components/styles/tokens.css</code>.
        </p>
      </header>
      <div className="body">
        <h2>Type scale</h2>
        {sizes.map((name) => (
          <Sample key={name} name={name} value={light.get(name)}>
            <p className={`t-sample t-${name}`}>Hamburgefonstiv</p>
          </Sample>
        ))}
        <h2>Faces</h2>
        {FACES.map((name) => (
          <Sample key={name} name={name} value={light.get(name)}>
            <p className={`t-sample t-${name}`}>Hamburgefonstiv 0123456789</p>
          </Sample>
        ))}
        <h2>Colours</h2>
        <p>Swatches are those of the scheme that is shown now.</p>
        {colours.map((name) => (
          <Sample
            key={name}
            name={name}
            value={`${light.get(name)}; in the dark ${dark.get(name)}`}
          >
            <p className={`t-swatch t-${name}`} />
          </Sample>
        ))}
        <h2>Contrast</h2>
        <ContrastTable tokens={tokens} />
        <h2>Spaces</h2>
        {SPACES.map((name) => (
          <Sample key={name} name={name} value={light.get(name)}>
            <p className={`t-space t-${name}-space`} />
          </Sample>
        ))}
        <h2>Breakpoints</h2>
        <ul>
          {breakpoints.map((rem) => (
            <li key={rem}>
              {rem}rem, {rem * 16} pixels
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
}

type SampleProps = Readonly<{
  name: string;
  value: string | undefined;
  children: React.ReactNode;
}>;

function Sample({ name, value, children }: SampleProps) {
  return (
    <div className="t-token">
      <p className="meta">
        --{name}: {value?.replaceAll(/\s+/g, ' ')}
      </p>
      {children}
    </div>
  );
}

function ContrastTable({ tokens: { light, dark } }: Pick<Props, 'tokens'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus (WCAG 2.1.1)
    <section className="table" aria-label="Contrast of text" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Text on ground</th>
            <th scope="col">Light</th>
            <th scope="col">Dark</th>
          </tr>
        </thead>
        <tbody>
          {textPairs.map(([text, ground]) => (
            <tr key={text + ground}>
              <td>
                {text} on {ground}
              </td>
              <td>{ratio(light, text, ground)}</td>
              <td>{ratio(dark, text, ground)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ratio(tokens: ReadonlyMap<string, string>, one: string, other: string): string {
  return contrast(tokens.get(one) ?? '', tokens.get(other) ?? '').toFixed(2);
}
