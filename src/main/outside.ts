import { companiesHouseRegister } from '../intelligence/index.ts';
import type { Config } from '../platform/config/config.ts';
import type { Outside } from '../platform/jobs/outside.ts';

/** The registers outside that this installation is connected to; none unless its operator said so. */
export const outsideFrom = ({ companies }: Config): Outside =>
  companies ? companiesHouseRegister(companies.key, companies.url) : {};
