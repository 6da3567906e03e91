/** Where search engines read the key with which they are told of changes (IndexNow). */
export function keyFilePath(key: string): string {
  return `/${key}.txt`;
}
