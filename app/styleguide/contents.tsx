import { LinkList } from '@/components/link-list';
import { catalogue } from './catalogue';

/** Every example there is, by component. */
export function Contents() {
  return (
    <article className="standing">
      <header className="page-head">
        <h1>Style guide</h1>
        <p className="standfirst">
          Every component in every state, as readers get it: the same styles, the same policy, no
          script.
        </p>
      </header>
      <div className="body">
        <p>
          What they are made of: <a href="/styleguide/tokens">type, colours and spaces</a>.
        </p>
        {catalogue.map(({ name, examples }) => (
          <section key={name}>
            <h2>{name}</h2>
            <LinkList
              links={examples.map(({ title, slug }) => ({
                href: `/styleguide/${name}/${slug}`,
                text: title,
              }))}
            />
          </section>
        ))}
      </div>
    </article>
  );
}
