//! Charts as inline SVG, with the same numbers as a table beside.
//!
//! Only attributes give shapes and places; colours are the style sheet's. Shapes differ too, so that a print in
//! black and white says the same.

use super::Node;
use crate::files::Chart;
use crate::files::chart::{ChartRow, rows};
use crate::files::foreign::plain;

/// How wide a picture is, in its own units.
const WIDE: usize = 440;
/// Where bars end at most; behind them stands the number.
const BARS: f64 = 340.0;
/// How many letters a line takes.
const LETTERS: usize = 58;
/// A line of text, in units.
const LINE: usize = 17;
/// A bar, in units.
const BAR: usize = 12;

/// The chart as a figure.
pub(super) fn chart(chart: &Chart) -> Node {
    let said = rows(chart);
    let (shapes, height) = match chart {
        Chart::Bars { .. } => bars(&said.rows),
        Chart::Spans { most, unit, .. } => spans(&said.rows, *most, unit),
        Chart::Ladder { tiers, .. } => {
            let ids: Vec<_> = tiers.iter().map(|(id, _, possible)| (*id, *possible)).collect();
            ladder(&said.rows, &ids)
        }
    };
    let name = Node::new(
        "title",
        vec![Node::Text(plain(&[said.title, ": ", &said.sentence()].concat()))],
    );
    let mut children = vec![name];
    children.extend(shapes);
    let picture = Node::of("svg", "picture", children)
        .with("viewBox", format!("0 0 {WIDE} {height}"))
        .with("role", "img");
    let mut lines = Vec::new();
    for row in &said.rows {
        let label = Node::new("th", Node::lines(&row.label)).with("scope", "row");
        lines.push(Node::new(
            "tr",
            vec![label, Node::new("td", Node::lines(&row.value))],
        ));
    }
    let mut parts = vec![Node::new("caption", Node::lines(said.title))];
    if !said.unit.is_empty() {
        let cells = vec![
            Node::new("td", Vec::new()),
            Node::new("th", Node::lines(said.unit)).with("scope", "col"),
        ];
        parts.push(Node::new("thead", vec![Node::new("tr", cells)]));
    }
    parts.push(Node::new("tbody", lines));
    Node::of(
        "figure",
        "chart",
        vec![
            Node::new("figcaption", Node::lines(said.title)),
            picture,
            Node::of("table", "numbers", parts),
        ],
    )
}

/// Bars, each under its name, with the number behind.
fn bars(rows: &[ChartRow]) -> (Vec<Node>, usize) {
    let mut shapes = Vec::new();
    let mut top = 0;
    for row in rows {
        label(&mut shapes, &row.label, &mut top);
        shapes.push(rect("track", 0.0, top, BARS, BAR));
        let [from, to] = row.bar.map(|share| share * BARS);
        if to > from {
            shapes.push(rect("bar", from, top, to - from, BAR));
        }
        shapes.push(words("number", BARS + 10.0, top + BAR - 1, &row.value));
        top += BAR + 10;
    }
    (shapes, top.max(1))
}

/// Bars on one axis, with lines where the axis is counted.
fn spans(rows: &[ChartRow], most: f64, unit: &str) -> (Vec<Node>, usize) {
    let (mut shapes, height) = bars(rows);
    let steps = steps(most);
    let mut lines = Vec::new();
    for step in &steps {
        let x = (step / most) * BARS;
        let line = Node::of("line", "grid", Vec::new());
        let line = line.with("x1", number(x)).with("x2", number(x));
        lines.push(line.with("y1", "0").with("y2", height.to_string()));
        let place = if *step > 0.0 { "step" } else { "step first" };
        shapes.push(words(place, x, height + LINE - 3, &number(*step)));
    }
    shapes.push(words("unit", BARS + 10.0, height + LINE - 3, unit));
    // Behind the bars.
    lines.extend(shapes);
    (lines, height + LINE + 4)
}

/// Numbers at which an axis is counted: four to eight of them, from nothing to its end.
fn steps(most: f64) -> Vec<f64> {
    if !most.is_finite() || most <= 0.0 {
        return Vec::new();
    }
    let mut step = 1.0;
    let mut wider = [2.0, 2.5, 2.0].into_iter().cycle();
    while most / step > 8.0 {
        step *= wider.next().unwrap_or(2.0);
    }
    let all = (0..=8_u8).map(|place| f64::from(place) * step);
    all.filter(|at| *at <= most).collect()
}

/// The tiers as boxes: filled while they are possible, with a broken edge where not.
fn ladder(rows: &[ChartRow], tiers: &[(&str, bool)]) -> (Vec<Node>, usize) {
    let mut shapes = Vec::new();
    let mut top = 1;
    for (row, (id, possible)) in rows.iter().zip(tiers) {
        let lines = wrapped(
            &row.label,
            LETTERS - 2 - row.value.chars().count().min(LETTERS / 2),
        );
        let height = lines.len().max(1) * LINE + 9;
        let state = if *possible { "possible" } else { "out" };
        let class = ["rung ", state, " tier-", id].concat();
        let wide = WIDE.saturating_sub(2);
        let wide = f64::from(u16::try_from(wide).unwrap_or_default());
        shapes.push(rect(&class, 1.0, top, wide, height));
        for (number, line) in (1..).zip(&lines) {
            let class = ["name ", state].concat();
            shapes.push(words(&class, 12.0, top + number * LINE, line));
        }
        if !row.value.is_empty() {
            shapes.push(words("state", wide - 8.0, top + LINE, &row.value));
        }
        top += height + 5;
    }
    (shapes, top.max(1))
}

/// A name above its bar, in as many lines as it takes, up to three: the table beside has all of it.
fn label(shapes: &mut Vec<Node>, text: &str, top: &mut usize) {
    for line in wrapped(text, LETTERS) {
        *top += LINE;
        shapes.push(words("label", 0.0, *top - 5, &line));
    }
}

fn rect(class: &str, x: f64, y: usize, width: f64, height: usize) -> Node {
    Node::of("rect", class, Vec::new())
        .with("x", number(x))
        .with("y", y.to_string())
        .with("width", number(width))
        .with("height", height.to_string())
        .with("rx", "2")
}

fn words(class: &str, x: f64, y: usize, text: &str) -> Node {
    let text = plain(text).replace('\n', " ");
    Node::of("text", class, vec![Node::Text(text)])
        .with("x", number(x))
        .with("y", y.to_string())
}

/// A number with at most one digit behind the point.
fn number(number: f64) -> String {
    ((number * 10.0).round() / 10.0).to_string()
}

/// A text in lines of so many letters, three at most.
fn wrapped(text: &str, letters: usize) -> Vec<String> {
    const MOST: usize = 3;
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= letters => {
                line.push(' ');
                line.push_str(word);
            }
            _ => {
                // A word that is longer than a line is parted.
                let characters: Vec<char> = word.chars().collect();
                lines.extend(
                    characters
                        .chunks(letters.max(1))
                        .map(|part| part.iter().collect()),
                );
            }
        }
        if lines.len() > MOST {
            break;
        }
    }
    if lines.len() > MOST {
        lines.truncate(MOST);
        if let Some(line) = lines.last_mut() {
            line.push('…');
        }
    }
    lines
}
