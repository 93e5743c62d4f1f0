import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { LIMITS, SMALL_REGIONS } from '@shared/limits'
import type { ImportOptions } from './import-options'

/** A design around imported APIs: the Region's own limits, nothing else. */
export function importedDesign(name: string, apis: readonly Api[], options: ImportOptions): Design {
  const region = options.region ?? 'us-east-1'
  const isSmall = SMALL_REGIONS.includes(region)
  return {
    name,
    region,
    accountId: options.accountId ?? '123456789012',
    account: {
      throttleSettings: {
        rateLimit: (isSmall ? LIMITS.smallRegionRate : LIMITS.accountRate).value,
        burstLimit: (isSmall ? LIMITS.smallRegionBurst : LIMITS.accountBurst).value,
      },
    },
    apis,
    usagePlans: [],
    apiKeys: [],
    domainNames: [],
    functions: {},
    scenarios: [],
  }
}
