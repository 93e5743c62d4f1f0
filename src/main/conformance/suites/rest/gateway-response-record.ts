import type { GatewayResponse, GatewayResponseType } from '@shared/design/gateway-response'
import { gatewayResponseRecord } from '../../../engine/mapping/gateway-response-record'
import { judged, skipped, type CaseResult } from '../../conformance-suite'
import { expectedDifference } from '../../expected-difference'
import { played, type CaseEntry, type CaseFile, type CaseKind } from './case-kind'

type Put = GatewayResponse & { readonly responseType: GatewayResponseType }

/** A record as the cases write it: "custom" stands for the parameters or templates that a case of the same file puts. */
type Given = Readonly<Record<string, Omit<GatewayResponse, 'responseParameters' | 'responseTemplates'> & GivenMaps>>

interface GivenMaps {
  readonly responseParameters?: TextMap | 'custom'
  readonly responseTemplates?: TextMap | 'custom'
}

type TextMap = Readonly<Record<string, string>>

/** What a gateway response reads back as, after one was put or with others given. */
export const GATEWAY_RESPONSE_RECORD_KIND: CaseKind = {
  name: 'gateway-response-record',
  play: (entry, file) => played(entry.id, () => compareRecord(entry, file)),
}

function compareRecord(entry: CaseEntry, file: CaseFile): CaseResult {
  const { put, given, expect } = entry as { put?: Put; given?: Given; expect?: { responseType?: GatewayResponseType } }
  const type = put?.responseType ?? expect?.responseType
  if (type === undefined) return skipped(entry.id, 'no response type is named')
  const records = givenRecords(given ?? {}, file)
  if (records === null) return skipped(entry.id, 'no case of this file says what "custom" stands for')
  const { responseType: _type, ...own } = put ?? { responseType: type }
  const gatewayResponses = put === undefined ? records : { ...records, [type]: own }
  return judged(entry.id, expectedDifference(expect, gatewayResponseRecord({ gatewayResponses }, type)))
}

function givenRecords(given: Given, file: CaseFile): Readonly<Record<string, GatewayResponse>> | null {
  const puts = (file.cases ?? []).map((entry) => (entry as { put?: Put }).put)
  const custom = {
    responseParameters: puts.find((put) => put?.responseParameters !== undefined)?.responseParameters,
    responseTemplates: puts.find((put) => put?.responseTemplates !== undefined)?.responseTemplates,
  }
  const records = Object.entries(given).map(([type, record]) => {
    const replaced = Object.entries(record).map(([member, value]) => [
      member,
      value === 'custom' ? custom[member as keyof GivenMaps] : value,
    ])
    return [type, replaced] as const
  })
  if (records.some(([, members]) => members.some(([, value]) => value === undefined))) return null
  return Object.fromEntries(records.map(([type, members]) => [type, Object.fromEntries(members) as GatewayResponse]))
}
