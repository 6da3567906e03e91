/** What Next gives a page route. */
export type RouteProps<Params = Record<never, never>> = Readonly<{
  params: Promise<Params>;
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}>;
