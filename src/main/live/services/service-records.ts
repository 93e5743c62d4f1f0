import { MOST_RECORDS, RECORDED_BODY_LIMIT, type ServiceRecord } from '@shared/contract/services'

/** The last calls of every service, in memory. */
export class ServiceRecords {
  private readonly byService = new Map<string, { readonly order: number; readonly record: ServiceRecord }[]>()
  private count = 0

  add(record: ServiceRecord): void {
    const records = this.byService.get(record.service) ?? []
    records.push({ order: this.count++, record: { ...record, body: cut(record.body) } })
    if (records.length > MOST_RECORDS) records.shift()
    this.byService.set(record.service, records)
  }

  /** Newest first. */
  list(): readonly ServiceRecord[] {
    const all = [...this.byService.values()].flat()
    return all.sort((a, b) => b.order - a.order).map(({ record }) => record)
  }

  clear(): void {
    this.byService.clear()
  }
}

const CUT_MARK = '…'

function cut(text: string): string {
  return text.length <= RECORDED_BODY_LIMIT ? text : text.slice(0, RECORDED_BODY_LIMIT - CUT_MARK.length) + CUT_MARK
}
