import type { CostLine } from '@shared/contract/cost'
import type { WebAcl } from '@shared/design/web-acl'
import { priceLine } from './price-line'
import type { RegionPrices } from './prices'

/** AWS WAF in front of a stage: the web ACL, each of its rules, and every request it looks at, refused ones as well. */
export function webAclCost(webAcl: WebAcl, requests: number, prices: RegionPrices): CostLine[] {
  const [rules, { name }] = [webAcl.rules.length, webAcl]
  return [
    priceLine({ id: 'web-acl', label: `Web ACL ${name}`, quantity: 1, unit: 'web ACLs' }, prices.webAcl),
    priceLine({ id: 'web-acl-rules', label: `Rules of ${name}`, quantity: rules, unit: 'rules' }, prices.webAclRule),
    priceLine(
      { id: 'web-acl-requests', label: 'Requests through AWS WAF', quantity: requests, unit: 'requests' },
      prices.webAclRequests,
    ),
  ]
}
