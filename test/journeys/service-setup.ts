/** Once before the journeys: the whole service on a free port with an empty table. Called by vitest. */
import { provideService } from '../support/running-service.ts';

export default provideService;
