/** 2026-01-01T00:00:00Z, in milliseconds since 1970: when a run begins whose scenario does not say. */
export const DEFAULT_EPOCH = 1_767_225_600_000
