import { changed, created, deleted, listed, read, type Collection } from '../collection-handlers'
import { presentMembers, type JsonRecord } from '../json-record'
import type { OperationHandlers } from '../operation-handler'
import type { OperationInput } from '../operation-input'
import { operationsOf } from '../operations/all-operations'
import type { PatchEntry } from '../patch/patch-operation'
import { patchStructure } from '../patch/patch-structure'
import { findRestApi } from './find-rest'

const VPC_LINKS: Collection = {
  pathOf: () => '/vpclinks',
  idMember: 'vpclink_id',
  idName: 'id',
  label: 'VPC link',
}

const CERTIFICATES: Collection = {
  pathOf: () => '/clientcertificates',
  idMember: 'clientcertificate_id',
  idName: 'clientCertificateId',
  label: 'client certificate',
}

const PARTS: Collection = {
  pathOf: ({ state, input }) => `/restapis/${findRestApi(state, input).id}/documentation/parts`,
  idMember: 'part_id',
  idName: 'id',
  label: 'documentation part',
}

/** Things of this service that a design does not hold. */
export const OTHER_HANDLERS: OperationHandlers = {
  CreateVpcLink: (call) => created(call, VPC_LINKS, { ...given(call.input, 'CreateVpcLink'), status: 'AVAILABLE' }),
  GetVpcLink: (call) => read(call, VPC_LINKS),
  GetVpcLinks: (call) => listed(call, VPC_LINKS, 'item'),
  UpdateVpcLink: (call) =>
    changed(call, VPC_LINKS, patcher('CreateVpcLink', ['id', 'targetArns', 'status', 'statusMessage'])),
  DeleteVpcLink: (call) => deleted(call, VPC_LINKS),

  GenerateClientCertificate: (call) =>
    created(call, CERTIFICATES, { ...given(call.input, 'GenerateClientCertificate'), createdDate: call.state.now }),
  GetClientCertificate: (call) => read(call, CERTIFICATES),
  GetClientCertificates: (call) => listed(call, CERTIFICATES, 'item'),
  UpdateClientCertificate: (call) =>
    changed(call, CERTIFICATES, patcher('GenerateClientCertificate', ['clientCertificateId', 'createdDate'])),
  DeleteClientCertificate: (call) => deleted(call, CERTIFICATES),

  CreateDocumentationPart: (call) => created(call, PARTS, given(call.input, 'CreateDocumentationPart')),
  GetDocumentationPart: (call) => read(call, PARTS),
  GetDocumentationParts: (call) => listed(call, PARTS, 'item'),
  UpdateDocumentationPart: (call) => changed(call, PARTS, patcher('CreateDocumentationPart', ['id', 'location'])),
  DeleteDocumentationPart: (call) => deleted(call, PARTS),
}

/** The members of its body, as they were given. */
function given(input: OperationInput, operation: string): JsonRecord {
  const members = operationsOf('apigateway').get(operation)?.members ?? []
  const body = members.filter(({ place }) => place === 'body')
  return presentMembers(Object.fromEntries(body.map(({ name }) => [name, input.value(name)])))
}

function patcher(operation: string, fixed: readonly string[]) {
  return (object: JsonRecord, input: OperationInput): JsonRecord => {
    const shape = operationsOf('apigateway').get(operation)!.output!
    return patchStructure(object, shape, input.list<PatchEntry>('patchOperations') ?? [], fixed)
  }
}
