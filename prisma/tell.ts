import process from 'node:process';
import type { Content, Problem } from '@/lib/document/documents';
import { formatProblems } from '@/lib/document/format-problem';
import type { Series } from '@/lib/document/shelf';
import type { Plan } from '@/lib/store/agenda-queries';
import type { PublishReport } from '@/lib/store/publish-report';
import { formatCount } from '@/lib/text/counts';
import { annotationsOf } from './annotations';
import { describeAgenda } from './describe-agenda';
import { describeDifferences } from './describe-differences';
import { printJson } from './print-json';
import {
  describeAddresses,
  describeChanges,
  describeMissing,
  nothingToDo,
  summarise,
} from './seed-words';

/** Milliseconds outside the database and in it, and the most memory of the program. */
export type Took = Readonly<{ reading: number; publishing: number; megabytes: number }>;

/** How a run tells what it finds and does: to an editor in words, to a program as JSON. */
export type Teller = Readonly<{
  problems: (problems: Series<Problem>) => Promise<void>;
  checked: (content: Content) => void;
  published: (report: PublishReport, dryRun: boolean) => void;
  /** Files into which no identity could be written. */
  unwritten: (files: readonly string[]) => void;
  done: (report: PublishReport, dryRun: boolean, took: Took) => void;
  /** Nothing was different: how many stories there are. */
  unchanged: (stories: number, took: Took) => void;
  nothingPublished: (errors: number) => void;
  agenda: (plans: readonly Plan[]) => void;
  failed: (words: string) => void;
}>;

export function tellInWords(folder: string): Teller {
  return {
    problems: async (problems) => {
      for await (const text of formatProblems(folder, problems)) console.error(`${text}\n`);
      if (process.env.GITHUB_ACTIONS !== 'true') return;
      for (const line of annotationsOf(folder, problems)) console.log(line);
    },
    checked: ({ articles }) =>
      console.log(
        `Checked: ${formatCount(articles.length, 'story', 'stories')}, ready to publish.`,
      ),
    published: (report, dryRun) => {
      const lines = dryRun ? describeDifferences(report) : describeChanges(report);
      for (const line of lines) console.log(line);
      for (const line of describeAddresses(report, dryRun)) console.log(line);
      for (const line of describeMissing(report)) console.warn(line);
    },
    unwritten: (files) => {
      for (const file of files) console.warn(`No id could be written into ${file}.`);
    },
    done: (report, dryRun) => console.log(summarise(report, dryRun)),
    unchanged: (stories) => console.log(nothingToDo(stories)),
    nothingPublished: (errors) =>
      console.error(`Nothing was published: ${formatCount(errors, 'error', 'errors')} to mend.`),
    agenda: (plans) => {
      for (const line of describeAgenda(plans)) console.log(line);
    },
    failed: (words) => console.error(`${words}\nNothing was published.`),
  };
}

/** One object a line: `{ "problems": […] }`, then `{ "checked": … }`, `{ "report": … }` or an error. */
export function tellAsJson(folder: string): Teller {
  const print = (value: object) => printJson(value, (piece) => process.stdout.write(piece));
  return {
    problems: async (problems) => print({ folder, problems }),
    checked: ({ articles }) => print({ checked: { stories: articles.length } }),
    published: () => {},
    unwritten: (files) => {
      if (files.length > 0) print({ unwritten: files });
    },
    done: (report, dryRun, took) => print({ dryRun, took, report }),
    unchanged: (stories, took) => print({ unchanged: { stories }, took }),
    nothingPublished: (errors) => print({ published: false, errors }),
    agenda: (plans) => print({ agenda: plans }),
    failed: (words) => print({ published: false, failure: words }),
  };
}
