import type { CostEstimate } from '@shared/contract/cost'
import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import { billedSettings } from './billed-settings'
import { monthlyEstimate } from './monthly-estimate'
import { PRICES_AS_OF } from './prices'
import type { RunUsage } from './run-usage'
import { runVolumes } from './run-volumes'

/**
 * What a month of a run's traffic costs: the run over and over for 730 hours, with the settings of its stage. Nothing for an API that
 * the design does not have.
 */
export function runCost(design: Design, scenario: Scenario, usage: RunUsage): CostEstimate {
  const api = findApi(design, scenario.apiId)
  const { region } = design
  if (api === undefined) return { total: 0, lines: [], pricesAsOf: PRICES_AS_OF, region, assumptions: [] }
  const { volumes, assumptions } = runVolumes(design, api, scenario, usage)
  return monthlyEstimate(region, billedSettings(design, api, scenario.stage), volumes, assumptions)
}
