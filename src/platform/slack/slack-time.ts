/** An instant that Slack shows in the reader's own zone; where it cannot (a notification), UTC is named. */
export function slackTime(instant: Date): string {
  const seconds = Math.floor(instant.getTime() / 1000);
  const fallback = `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${seconds}^{date_short_pretty} at {time}|${fallback}>`;
}
