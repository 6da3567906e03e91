/**
 * The words below a picture that say who made it and by what right it is shown. An owner who made it
 * is named once. @param rights null or left out in stories published before files had to say it
 */
export function pictureCredit(credit: string, rights: string | null | undefined): string {
  return [...new Set([credit, rights ?? ''])].filter((part) => part !== '').join(', ');
}
