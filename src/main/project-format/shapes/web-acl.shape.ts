import type { IpSetStatement, RateBasedStatement, WebAcl, WebAclRule } from '@shared/design/web-acl'
import { filled, list, number, optional, required, struct, text, union, word } from '../shape'

const statementShape = union<WebAclRule['statement'], 'type'>('type', {
  IP_SET: struct<IpSetStatement>('IpSetStatement', {
    type: required(word('IP_SET')),
    addresses: required(list(text)),
  }),
  RATE_BASED: struct<RateBasedStatement>('RateBasedStatement', {
    type: required(word('RATE_BASED')),
    limit: required(number),
    evaluationWindowSec: optional(number),
  }),
})

const ruleShape = struct<WebAclRule>('WebAclRule', {
  name: required(text),
  action: required(word('ALLOW', 'BLOCK', 'COUNT')),
  statement: required(statementShape),
})

export const webAclShape = struct<WebAcl>('WebAcl', {
  name: required(text),
  defaultAction: required(word('ALLOW', 'BLOCK')),
  rules: filled(list(ruleShape), []),
})
