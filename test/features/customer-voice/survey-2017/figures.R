# What the answers come to, computed apart from Throughline. Run here: Rscript figures.R
# The satisfied gave 8, 9 or 10; promoters gave 9 or 10, detractors 0 to 6. Intervals are of 95 %.
answers <- read.csv("answers.csv")

figures <- function(score) {
  # +1, 0 and -1 with one answer added on either side, and the plain error of their mean (Bonett and Price 2012).
  points <- (score >= 9) - (score <= 6)
  more <- c(points, 1, -1)
  half <- qnorm(0.975) * sqrt(mean((more - mean(more))^2) / length(more))
  # Without the correction for continuity R gives the score interval of Wilson (1927).
  wilson <- prop.test(sum(score >= 8), length(score), correct = FALSE)$conf.int
  c(mean(points), mean(more) - half, mean(more) + half, mean(score >= 8), wilson[1], wilson[2])
}

line <- function(by, name, score) {
  cat(by, name, length(score), sprintf("%.8f", figures(score)), sep = ",", fill = 200)
}

line("all", "all", answers$satisfaction)
for (by in c("country", "remote", "company_size")) {
  groups <- split(answers$satisfaction, answers[[by]])
  for (name in names(groups)) line(by, name, groups[[name]])
}
