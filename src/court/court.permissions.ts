import { caseworkers, victimReaders } from '../directory/index.ts';
import { permission } from '../platform/access/permission.ts';

export const readProsecutions = permission(
  'court.read',
  'Read the prosecution files of your own services',
  caseworkers,
);
export const workProsecutions = permission(
  'court.work',
  'Open a prosecution file on a case of your service, keep its evidence and papers, and record what the court decided',
  caseworkers,
);
export const tellVictims = permission(
  'court.tell-victims',
  'See which cases have ended, and tell victims on the register of it by safe contact',
  victimReaders,
);
