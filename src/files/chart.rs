//! A chart as rows of words and numbers: what every format writes beside the picture, or in its place.

use super::Chart;

/// A row of a chart.
pub(super) struct ChartRow {
    /// What it is of.
    pub label: String,
    /// Its number in words.
    pub value: String,
    /// Where its bar begins and ends, as shares of the axis.
    pub bar: [f64; 2],
}

/// A chart as rows.
pub(super) struct ChartRows<'a> {
    /// What it shows.
    pub title: &'a str,
    /// What the numbers count; empty where they say it themselves.
    pub unit: &'a str,
    /// Its rows.
    pub rows: Vec<ChartRow>,
}

impl ChartRows<'_> {
    /// The chart in one sentence: what is read out where the picture cannot be seen.
    pub(super) fn sentence(&self) -> String {
        let rows = self.rows.iter().map(|row| match row.value.as_str() {
            "" => row.label.clone(),
            value => [&row.label, ": ", value].concat(),
        });
        rows.collect::<Vec<_>>().join("; ")
    }
}

/// The rows of a chart.
pub(super) fn rows(chart: &Chart) -> ChartRows<'_> {
    let (title, unit, rows) = match chart {
        Chart::Bars {
            title,
            unit,
            most,
            bars,
        } => {
            let rows = bars.iter().map(|bar| ChartRow {
                label: bar.label.clone(),
                value: [&bar.value.to_string(), unit.as_str()].concat(),
                bar: [0.0, share(bar.value, *most)],
            });
            (title, "", rows.collect())
        }
        Chart::Ladder {
            title,
            tiers,
            ruled_out,
        } => {
            let rows = tiers.iter().map(|(_, name, possible)| ChartRow {
                label: name.clone(),
                value: if *possible {
                    String::new()
                } else {
                    ruled_out.clone()
                },
                bar: [0.0, if *possible { 1.0 } else { 0.0 }],
            });
            (title, "", rows.collect())
        }
        Chart::Spans {
            title,
            unit,
            most,
            spans,
        } => {
            let rows = spans.iter().map(|(label, from, to)| ChartRow {
                label: label.clone(),
                value: format!("{from}–{to}"),
                bar: [share(*from, *most), share(*to, *most)],
            });
            (title, unit.as_str(), rows.collect())
        }
    };
    ChartRows { title, unit, rows }
}

/// The share of a number in the most there can be, from 0 to 1; 0 for what is no number.
fn share(value: f64, most: f64) -> f64 {
    let share = value / most;
    if share.is_finite() {
        share.clamp(0.0, 1.0)
    } else {
        0.0
    }
}
