import * as moj from '@ministryofjustice/frontend';
import * as govuk from 'govuk-frontend';
import { listenForChoiceKeys } from './choice-keys.ts';
import { followProgress } from './follow.ts';
import { listenForQueueKeys } from './queue-keys.ts';
import { sendOnce } from './send-once.ts';
import { watchTimeout } from './timeout.ts';

// Pages sent without a nonce have no inline script to say that script runs.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

govuk.initAll();
moj.initAll();
listenForQueueKeys(document);
listenForChoiceKeys(document);
watchTimeout(document);
sendOnce(document);
followProgress(document);
