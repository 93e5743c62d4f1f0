import { changed, created, deleted, listed, read, type Collection } from '../collection-handlers'
import { presentMembers } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import { findDomain } from '../rest/domain-names'
import { givenMembers } from './given-members'

const VPC_LINKS: Collection = {
  pathOf: () => '/v2/vpclinks',
  idMember: 'vpcLinkId',
  idName: 'vpcLinkId',
  label: 'VPC link',
}

const RULES: Collection = {
  pathOf: ({ state, input }) =>
    `/v2/domainnames/${findDomain(state, input.needed('domainName')).domainName}/routingrules`,
  idMember: 'routingRuleId',
  idName: 'routingRuleId',
  label: 'routing rule',
}

const RULE_MEMBERS = ['actions', 'conditions', 'priority']

/** Things of this service that a design does not hold. */
export const V2_OTHER_HANDLERS: OperationHandlers = {
  CreateVpcLink: (call) =>
    created(call, VPC_LINKS, {
      createdDate: call.state.now,
      securityGroupIds: [],
      ...givenMembers(call.input, ['name', 'securityGroupIds', 'subnetIds', 'tags']),
      vpcLinkStatus: 'AVAILABLE',
      vpcLinkVersion: 'V2',
    }),
  GetVpcLink: (call) => read(call, VPC_LINKS),
  GetVpcLinks: (call) => listed(call, VPC_LINKS, 'items'),
  UpdateVpcLink: (call) =>
    changed(call, VPC_LINKS, (link, input) => ({ ...link, ...presentMembers({ name: input.text('name') }) })),
  DeleteVpcLink: (call) => deleted(call, VPC_LINKS),

  CreateRoutingRule: (call) => created(call, RULES, givenMembers(call.input, RULE_MEMBERS)),
  GetRoutingRule: (call) => read(call, RULES),
  ListRoutingRules(call) {
    const { state, output } = listed(call, RULES, 'items')
    return { state, output: { routingRules: output?.['items'] } }
  },
  PutRoutingRule: (call) => changed(call, RULES, (rule, input) => ({ ...rule, ...givenMembers(input, RULE_MEMBERS) })),
  DeleteRoutingRule: (call) => deleted(call, RULES),
}
