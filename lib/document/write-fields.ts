/** Fields that publishing writes into files. All else in them stays byte by byte as it was typed. */

const OPENING = /^\ufeff?---[ \t]*(\r\n|\n|\r)/;

/** The file with a line for the story's identity, before its other fields. */
export function withIdentity(bytes: Uint8Array, id: string): Uint8Array {
  return withLines(bytes, [`id: ${id}`]);
}

/** The file of a story that is taken back. */
export function withWithdrawal(
  bytes: Uint8Array,
  { at, reason }: Readonly<{ at: Date; reason: string }>,
): Uint8Array {
  return withLines(bytes, [
    'withdrawn:',
    `  at: ${at.toISOString().replace('.000Z', 'Z')}`,
    `  reason: ${JSON.stringify(reason)}`,
  ]);
}

function withLines(bytes: Uint8Array, lines: readonly string[]): Uint8Array {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const opening = OPENING.exec(text);
  if (opening === null) throw new Error('a file without front matter was published');
  const [whole, end = '\n'] = opening;
  const written = lines.map((line) => line + end).join('');
  return new TextEncoder().encode(whole + written + text.slice(whole.length));
}
