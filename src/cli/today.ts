/** The day of SOURCE_DATE_EPOCH (seconds since 1970), or today, as YYYY-MM-DD. */
export function today(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  return (epoch && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date()).toISOString().slice(0, 10);
}
