/** `public/favicon.svg`, in few letters, as an address that holds it: a first page asks for no icon beside its fonts. */
export const icon = `data:image/svg+xml,${encode(
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'><style>.a{fill:#211c18}@media (prefers-color-scheme:dark){.a{fill:#f2efe9}}</style><path class='a' d='M32 5v53H2z'/><path fill='#df3f4b' d='M32 5v53h5z'/><path fill='#ea8a1f' d='M32 5l5 53h5z'/><path fill='#ecc83f' d='M32 5l10 53h5z'/><path fill='#2fae79' d='M32 5l15 53h5z'/><path fill='#2f82cf' d='M32 5l20 53h5z'/><path fill='#6d48bf' d='M32 5l25 53h5z'/></svg>",
)}`;

/** What an address cannot hold, and no more: of spaces and quotation marks browsers make no trouble. */
function encode(svg: string): string {
  return svg.replace(/[<>#]/g, encodeURIComponent);
}
