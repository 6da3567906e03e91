import { loadOutline } from '@/lib/page-models/outline';
import { outlineDocument } from '@/lib/syndication/llms';
import { answerDocument } from '../answer-document';

export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return answerDocument('/llms.txt', async (now) => outlineDocument(await loadOutline(now)));
}
