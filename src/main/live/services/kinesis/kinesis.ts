import { BUFFER_CODEC } from '../../buffer-codec'
import type { LocalService } from '../local-service'
import { isMembers, listMember, textMember, wrongKind, type Members } from '../members'
import { jsonService, type OperationResult } from '../protocols/json-protocol'
import { ServiceException } from '../service-exception'
import { unsupportedOperation } from '../unsupported-operation'

/** Bytes of one record and of one PutRecords. Source: Kinesis API Reference, PutRecord and PutRecords. */
const MOST_DATA = 1_048_576
const MOST_TOGETHER = 5_242_880
const MOST_RECORDS = 500
/** Streams here have one shard. */
const SHARD_ID = 'shardId-000000000000'

interface PutRecord {
  readonly data: Uint8Array
  readonly partitionKey: string
}

/** Kinesis Data Streams that records what is put. Every stream exists and has one shard. */
export function createKinesis(): LocalService {
  let sequence = 0n
  // The form of the service's numbers: 56 digits, growing.
  const nextNumber = (): string => `49${String(++sequence).padStart(54, '0')}`
  return jsonService({
    targetPrefix: 'Kinesis_20131202',
    version: '1.1',
    unsupported: unsupportedOperation('InvalidArgumentException', 'Kinesis'),
    resourceOf: (input) => streamOf(input) ?? '',
    operations: new Map([
      ['PutRecord', (input: Members) => putRecord(input, nextNumber)],
      ['PutRecords', (input: Members) => putRecords(input, nextNumber)],
    ]),
  })
}

function putRecord(input: Members, nextNumber: () => string): OperationResult {
  const resource = namedStream(input)
  const record = readRecord(input)
  const SequenceNumber = nextNumber()
  return {
    output: { SequenceNumber, ShardId: SHARD_ID },
    resource,
    summary: `record ${SequenceNumber}, partition key "${record.partitionKey}"`,
    recorded: BUFFER_CODEC.textOf(record.data),
  }
}

function putRecords(input: Members, nextNumber: () => string): OperationResult {
  const resource = namedStream(input)
  const records = (listMember(input, 'Records') ?? []).map((record) => {
    if (!isMembers(record)) throw wrongKind(record, 'a map', 'Records')
    return readRecord(record)
  })
  if (records.length === 0 || records.length > MOST_RECORDS) {
    throw validation(
      `Value at 'records' failed to satisfy constraint: Member must have length between 1 and ${MOST_RECORDS}`,
    )
  }
  if (records.reduce((sum, { data, partitionKey }) => sum + data.length + partitionKey.length, 0) > MOST_TOGETHER) {
    throw new ServiceException('InvalidArgumentException', `Records size exceeds ${MOST_TOGETHER} bytes`)
  }
  return {
    output: {
      FailedRecordCount: 0,
      Records: records.map(() => ({ SequenceNumber: nextNumber(), ShardId: SHARD_ID })),
    },
    resource,
    summary: `${records.length} records`,
    recorded: records.map(({ data }) => BUFFER_CODEC.textOf(data)).join('\n'),
  }
}

function readRecord(input: Members): PutRecord {
  const partitionKey = textMember(input, 'PartitionKey')
  if (partitionKey === undefined) throw nullValue('partitionKey')
  if (partitionKey === '' || partitionKey.length > 256) {
    throw validation("Value at 'partitionKey' failed to satisfy constraint: Member must have length between 1 and 256")
  }
  const text = textMember(input, 'Data')
  if (text === undefined) throw nullValue('data')
  const data = BUFFER_CODEC.bytesOfBase64(text)
  if (data === null) {
    const hint = 'Data must be base64; write it with $util.base64Encode(...)'
    throw new ServiceException('SerializationException', 'Data is not base64', { hint })
  }
  if (data.length > MOST_DATA) {
    throw validation(
      `Value at 'data' failed to satisfy constraint: Member must have length less than or equal to ${MOST_DATA}`,
    )
  }
  const explicit = textMember(input, 'ExplicitHashKey')
  if (explicit !== undefined && !/^(?:0|[1-9]\d{0,38})$/.test(explicit)) {
    throw new ServiceException(
      'InvalidArgumentException',
      `Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1].`,
    )
  }
  return { data, partitionKey }
}

function namedStream(input: Members): string {
  const stream = streamOf(input)
  if (stream === undefined) {
    throw new ServiceException('InvalidArgumentException', 'Either StreamName or StreamARN must be given')
  }
  if (/^[A-Za-z0-9_.-]{1,128}$/.test(stream)) return stream
  throw validation(
    "Value at 'streamName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
  )
}

function streamOf(input: Members): string | undefined {
  return ownText(input, 'StreamName') ?? ownText(input, 'StreamARN')?.split('/').at(-1)
}

function ownText(input: Members, name: string): string | undefined {
  const value = Object.hasOwn(input, name) ? input[name] : undefined
  return typeof value === 'string' ? value : undefined
}

function nullValue(member: string): ServiceException {
  return validation(`Value null at '${member}' failed to satisfy constraint: Member must not be null`)
}

function validation(problem: string): ServiceException {
  return new ServiceException('ValidationException', `1 validation error detected: ${problem}`)
}
