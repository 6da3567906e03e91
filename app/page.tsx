import { loadFrontPage } from '@/lib/page-models/front-page';
import { answerPage } from './answer-page';

export default function FrontRoute() {
  return answerPage('/', loadFrontPage);
}
