import { sql } from 'kysely';
import { z } from 'zod';
import { demand, notFound } from '../platform/failures/failures.ts';
import { type Route, show } from '../platform/http/declare.ts';
import { page } from '../platform/http/reply.ts';
import { openGaps } from './directory.commands.ts';
import { editDirectory, readDirectory } from './directory.permissions.ts';
import { findService, listServices } from './directory.store.ts';
import { GapsPage, ServicePage, ServicesPage } from './service.pages.tsx';

const serviceParams = z.object({ serviceId: z.uuid() });
const directoryHome = { href: '/directory', text: 'Directory' };

/** Services, and what nobody is down to answer for. */
export const serviceRoutes: readonly Route[] = [
  show({
    path: '/directory/services',
    words: 'Services of the partners',
    permission: readDirectory,
    audit: 'directory.read',
    handle: async (work) =>
      page('Services', <ServicesPage services={await listServices(work.db)} />, {
        back: directoryHome,
        wide: true,
      }),
  }),
  show({
    path: '/directory/services/:serviceId',
    words: 'One service: people, hours, places',
    permission: readDirectory,
    audit: 'directory.read',
    params: serviceParams,
    handle: async (work, { params }) => {
      const service = (await findService(work.db, params.serviceId)) ?? demand(notFound);
      const areas = await sql<{
        name: string;
      }>`select a.name from directory.service_area s join directory.area a on a.code = s.area_code where s.service_id = ${service.id} order by a.name`.execute(
        work.db,
      );
      const members = await sql<{
        name: string;
      }>`select o.name from directory.service_member m join directory.officer o on o.id = m.officer_id where m.service_id = ${service.id} and o.is_active order by o.name`.execute(
        work.db,
      );
      return page(
        service.name,
        <ServicePage
          service={service}
          areas={areas.rows.map((a) => a.name)}
          members={members.rows.map((m) => m.name)}
        />,
        { back: { href: '/directory/services', text: 'Services' } },
      );
    },
  }),
  show({
    path: '/directory/gaps',
    words: 'What nobody is down to answer for',
    permission: editDirectory,
    audit: 'directory.gaps-read',
    handle: async (work) =>
      page('Gaps in the directory', <GapsPage gaps={await openGaps(work)} />, { back: directoryHome }),
  }),
];
