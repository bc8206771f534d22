import type { Story } from './stories-shape.js';
import { ADMINISTRATION } from './stories-administration.js';
import { AUDITS } from './stories-audits.js';
import { AUTUMN_SAFETY } from './stories-autumn-safety.js';
import { AUTUMN_SERVICES } from './stories-autumn-services.js';
import { GROUND_AND_WATER } from './stories-ground-and-water.js';
import { LABOUR } from './stories-labour.js';
import { PUBLISHED_ECONOMY } from './stories-published-economy.js';
import { PUBLISHED_ENVIRONMENT } from './stories-published-environment.js';
import { SUMMER_SAFETY } from './stories-summer-safety.js';
import { SUMMER_SERVICES } from './stories-summer-services.js';
import { TRANSIT_AND_SNOW } from './stories-transit-and-snow.js';
import { YEAR_END } from './stories-year-end.js';

export type { Story } from './stories-shape.js';

/**
 * The last six months of a sample office. Only the two `PUBLISHED_…` lists retell public cases (2020); everything else is
 * invented, figures and articles included.
 */
export const STORIES: Story[] = [
  ...PUBLISHED_ECONOMY,
  ...PUBLISHED_ENVIRONMENT,
  ...SUMMER_SAFETY,
  ...SUMMER_SERVICES,
  ...GROUND_AND_WATER,
  ...ADMINISTRATION,
  ...LABOUR,
  ...AUTUMN_SERVICES,
  ...AUTUMN_SAFETY,
  ...AUDITS,
  ...TRANSIT_AND_SNOW,
  ...YEAR_END,
];
