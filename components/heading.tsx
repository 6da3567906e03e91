import type { ComponentPropsWithoutRef } from 'react';

export type HeadingLevel = 2 | 3;

type Props = Readonly<{ level: HeadingLevel } & ComponentPropsWithoutRef<'h2'>>;

/** A heading at the level its place on the page asks for, so that no level is skipped. */
export function Heading({ level, ...rest }: Props) {
  const Tag = `h${level}` as const;
  return <Tag {...rest} />;
}
