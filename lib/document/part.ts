/** The files that are to be published: all, or stories and pages by name with all that they use. */
export type Part = Readonly<{ isWhole: boolean; has: (file: string) => boolean }>;

export const WHOLE: Part = { isWhole: true, has: () => true };

/** @param files paths of stories and pages below the content folder */
export function partOf(files: ReadonlySet<string>): Part {
  const canBeLeft = /^(?:articles|pages)\/|^front\.yaml$/;
  return { isWhole: false, has: (file) => files.has(file) || !canBeLeft.test(file) };
}
