import { type Agreement, kappaWords } from '../quality/agreement.ts';
import type { Progress } from './queue.queries.ts';

/** What is to be decided and what was. */
export const ProgressLine = ({
  queue,
  more,
  progress,
  agreement,
}: {
  readonly queue: readonly unknown[];
  readonly more: boolean;
  readonly progress: Progress;
  readonly agreement: Agreement | undefined;
}) => (
  <dl class="bw-desk__progress">
    <div>
      <dt>To decide</dt>
      <dd>
        {queue.length}
        {more && ' or more'}
      </dd>
    </div>
    <div>
      <dt>Pairs proposed</dt>
      <dd>{progress.waiting.toLocaleString('en-GB')}</dd>
    </div>
    <div>
      <dt>Nobody could say</dt>
      <dd>{progress.unsure.toLocaleString('en-GB')}</dd>
    </div>
    <div>
      <dt>Decided by you today</dt>
      <dd>{progress.decidedToday.toLocaleString('en-GB')}</dd>
    </div>
    <div>
      <dt>Decided by anybody</dt>
      <dd>{progress.decidedInAll.toLocaleString('en-GB')}</dd>
    </div>
    <div>
      <dt>Agreement between reviewers</dt>
      <dd>
        {agreement?.kappa === undefined
          ? 'not known yet'
          : `${agreement.kappa.toFixed(2)} (${kappaWords(agreement.kappa)})`}
      </dd>
    </div>
  </dl>
);
