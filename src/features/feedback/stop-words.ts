/** Words too common to be a theme: of English, and of every feedback. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all almost alone along already also although always am among an and another any are
  around as ask asked at away back be became because been before began being below between both but by call called came can
  cannot come could day days did do does doing done down during each either else end enough even ever every everyone few
  first for found from gave get gets give given go goes going gone good got great had half has have having he her here hers
  him himself his how however i if in instead into is it its itself just keep kept knew know last later least less let like
  little long made make makes many may me mean meant might more most much must my myself near need needed needs never new
  next no nobody none nor not nothing now of off often on once one only onto or other others our out over own part people
  perhaps put quite rather ready really right said same saw say says second see seen several shall she should show showed
  since so some something soon still such take taken tell than that the their them then there these they thing things think
  this those though thought three through till time times to today together told too took toward two under until up upon us
  use used very was way we week weeks well went were what when where whether which while who whole whom whose why will with
  within without work worked would year yes yet you your yours client clients customer customers team teams colleague
  colleagues feedback month months meeting person`.split(/\s+/),
);
