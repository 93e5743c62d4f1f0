import { webAclNameOf, webAclOf } from '@shared/design/web-acl-arn'
import type { LadderRow } from '../../../ui/pipeline/ladder-row'
import type { RouteContext } from '../route-context'
import { aclInWords, ruleInWords } from '../web-acl-words'

export function wafRow({ design, stage, stageName }: RouteContext): LadderRow {
  const row = { step: 'waf', label: 'WAF' } as const
  const { webAclArn } = stage
  if (webAclArn === undefined) {
    const main = [{ text: 'No web ACL: every request is let in' }]
    return { ...row, kind: 'none', state: 'absent', main, muted: '', exits: [] }
  }
  const acl = webAclOf(design, stage)
  if (acl === undefined) {
    return {
      ...row,
      kind: `of stage ${stageName}`,
      state: 'off',
      main: [{ text: `${webAclNameOf(webAclArn) ?? webAclArn} is not in this project`, chip: 'warning' }],
      muted: 'Nothing is filtered on this computer',
      exits: [],
    }
  }
  return {
    ...row,
    kind: `of stage ${stageName}`,
    state: 'on',
    main: [{ text: acl.name, isMono: true }, { text: aclInWords(acl) }],
    muted: acl.rules.map(ruleInWords).join('; '),
    exits: [{ status: '403', responseType: 'WAF_FILTERED', text: 'WAF_FILTERED' }],
  }
}
