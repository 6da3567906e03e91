/**
 * Whether a byline is that of a desk, which is part of the paper, or of a person. Editors say so in
 * the author's role: "Desk", "Night desk".
 */
export function isDesk({ role }: Readonly<{ role: string }>): boolean {
  return /\bdesk$/i.test(role);
}
