import type { HoldKind } from '../records/index.ts';
import type { RetentionAction, RetentionMarking } from './retention.rules.ts';

/** Words of retention. Terms: a *hold* keeps a record whatever its time; *due* is what would go tonight. */
export const markingWords: Readonly<Record<RetentionMarking, string>> = {
  law: 'Law',
  guidance: 'Guidance names the least; your agency sets it',
  unverified: 'Unverified: your agency sets it',
  own: 'The system’s own working',
};
export const actionWords: Readonly<Record<RetentionAction, string>> = {
  delete: 'Deleted',
  strip: 'Emptied of people; counts stay',
  never: 'Never deleted',
};

/** Why a record stays though its time has come; the codes are the database's. What stands on it elsewhere is not said. */
export const keptForWords: Readonly<Record<string, string>> = {
  held: 'A legal hold',
  group: 'Its group: a person reviews it',
  report: 'A report that is kept',
  'later-version': 'A later version of it goes first',
  joined: 'Another file that it is read with',
  lead: 'An offer of the lead',
  visit: 'A visit to come',
  asked: 'An open request of somebody for their own data',
  unpaid: 'A penalty that is not paid',
  appeal: 'An appeal, or a time to appeal that runs',
  order: 'A contract, an order or a release that runs',
  'follow-up': 'A follow-up that is not done',
  sample: 'A sample without a result',
  concern: 'Premises of concern',
  member: 'Membership of a scheme',
  award: 'An award that holds or is asked for',
  complaint: 'An open complaint',
  recommendation: 'A recommendation without an answer',
};

export const holdKindWords: Readonly<Record<HoldKind, string>> = {
  report: 'Report',
  case: 'Case',
  'victim-file': 'File of the victim register',
  marker: 'Warning marker',
  'received-record': 'Received record',
  'list-row': 'Row of a list',
  penalty: 'Fixed penalty',
  protection: 'Community protection file',
  closure: 'Closure',
  encampment: 'Encampment',
  abandoned: 'Abandoned vehicle',
  pspo: 'Public spaces order',
  prosecution: 'Prosecution file',
  'asb-case': 'Case of anti-social behaviour',
  nomination: 'Nomination',
  'case-review': 'Case review',
  trader: 'Trader',
  operation: 'Day of action',
  purchase: 'Test purchase',
  premises: 'Premises',
};
