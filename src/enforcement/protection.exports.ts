export { protectionApi } from './protection.api.ts';
export { protectionPolicy } from './protection.policy.ts';
